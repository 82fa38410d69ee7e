import './wall.css'
